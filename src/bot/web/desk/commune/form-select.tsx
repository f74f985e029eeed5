import { forms } from "./forms.ts";

/** The form of address that stands before a helper's name; empty when none does. */
export function FormSelect(props: {
  readonly id: string;
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly choose: (form: string) => void;
}) {
  const { id, label, none, value, choose } = props;
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{none}</option>
        {Object.entries(forms).map(([form, word]) => (
          <option key={form} value={form}>
            {word}
          </option>
        ))}
      </select>
    </>
  );
}

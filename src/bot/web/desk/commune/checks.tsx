/** Several of a few things, each a large target. */
export function Checks(props: {
  readonly legend: string;
  /** Each with what it is called, in this order. */
  readonly all: ReadonlyArray<readonly [id: string, word: string]>;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}) {
  const { all, chosen, choose } = props;
  return (
    <fieldset class="checks">
      <legend>{props.legend}</legend>
      {all.map(([id, word]) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              choose(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}

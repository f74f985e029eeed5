import { Refusal } from "../refusal.tsx";
import { Hours } from "./hours.tsx";
import { limits } from "./settings-in-words.ts";
import { Part, usePart } from "./settings-part.tsx";
import { useSettings } from "./use-settings.ts";

export function HoursPart() {
  const of = usePart("hours");
  const hours = of.typed ?? of.setting.now;
  return (
    <Part name="hours" of={of} save={() => void of.save(hours)}>
      <Hours legend={of.says.names.hours} all={hours} change={of.type} faults={of.faults} />
      <Refusal says={of.faults["hours"]} />
    </Part>
  );
}

export function TelephonePart() {
  const of = usePart("telephone");
  const { settings } = useSettings();
  const value = of.typed ?? of.setting.now;
  return (
    <Part name="telephone" of={of} save={() => void of.save(value)}>
      <Field
        id="commune-telephone"
        label={of.says.names.telephone}
        kind="tel"
        value={value}
        type={of.type}
        fault={of.faults["telephone"]}
      />
      <p class="hint">{of.says.noTelephone(settings.telephoneInstead)}</p>
    </Part>
  );
}

export function OperatorPart() {
  const of = usePart("operator");
  const value = of.typed ?? of.setting.now;
  return (
    <Part name="operator" of={of} save={() => void of.save(value)}>
      <Field
        id="operator-vi"
        label={of.says.operatorVi}
        value={value.vi}
        type={(vi) => of.type({ ...value, vi })}
        fault={of.faults["vi"]}
      />
      <Field
        id="operator-en"
        label={of.says.operatorEn}
        value={value.en}
        type={(en) => of.type({ ...value, en })}
        fault={of.faults["en"]}
      />
    </Part>
  );
}

export function LimitsPart() {
  const of = usePart("limits");
  const value: Readonly<Record<string, string | number>> = of.typed ?? of.setting.now;
  return (
    <Part name="limits" of={of} save={() => void of.save(value)}>
      {limits.map((name) => (
        <Field
          key={name}
          id={`limit-${name}`}
          label={of.says.limits[name]}
          kind="number"
          value={String(value[name] ?? "")}
          type={(text) => of.type({ ...value, [name]: text })}
          fault={of.faults[name]}
        />
      ))}
    </Part>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly kind?: "tel" | "number" | undefined;
  readonly value: string;
  readonly type: (text: string) => void;
  readonly fault: string | undefined;
}) {
  const { id, kind, fault } = props;
  return (
    <>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class={kind === "number" ? "short" : undefined}
        inputMode={kind === "number" ? "numeric" : kind}
        autocomplete="off"
        value={props.value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-says`}
        onInput={({ currentTarget }) => props.type(currentTarget.value)}
      />
      {fault !== undefined && (
        <p class="says" role="alert" id={`${id}-says`}>
          {fault}
        </p>
      )}
    </>
  );
}

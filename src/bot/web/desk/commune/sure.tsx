import { useCommune } from "./use-commune.ts";

/** Asked once before what cannot be taken back. */
export function Sure(props: {
  readonly says: string;
  readonly yes: string;
  readonly act: () => void;
  readonly not: () => void;
}) {
  const { says } = useCommune();
  return (
    <div class="sure" role="alert">
      <p>{props.says}</p>
      <div class="acts">
        <button type="button" class="main-button" onClick={props.act}>
          {props.yes}
        </button>
        <button type="button" class="side-button" onClick={props.not}>
          {says.cancel}
        </button>
      </div>
    </div>
  );
}

/** Why something could not be done, said where it was tried, and aloud to whoever listens. */
export function Refusal({ says }: { readonly says: string | undefined }) {
  if (says === undefined) return null;
  return (
    <p class="says" role="alert">
      {says}
    </p>
  );
}

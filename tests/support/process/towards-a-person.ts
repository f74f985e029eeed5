/** Which of the choices shown leads on to somebody being called. */

interface Choice {
  readonly id: string;
}

export function towardsAPerson<Shown extends Choice>(
  choices: readonly Shown[] | undefined,
): Shown | undefined {
  const named = (pattern: RegExp) => choices?.find(({ id }) => pattern.test(id));
  return named(/again|anyone/) ?? named(/skip|:no$|^no$/) ?? choices?.[0];
}

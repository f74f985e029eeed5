// Planted: flows reads a clock, rolls dice and talks.

export function lateOrLucky(): boolean {
  console.log("xin chào");
  return Date.now() > 0 || Math.random() > 0.5;
}

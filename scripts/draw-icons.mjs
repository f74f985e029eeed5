// Draws the desk's icons from its one drawing, in every form a home screen asks for.
import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

/** The drawing as it is, with its rounded corners. */
const asDrawn = (drawing) => drawing;

/** Up to the edges: the system cuts its own corners. */
const toTheEdges = (drawing) => drawing.replace(/ rx="\d+"/, "");

/** Android may cut off all but a circle of four fifths: the drawing keeps within it. */
const withinTheCircle = (drawing) =>
  toTheEdges(drawing)
    .replace(/(<rect [^>]*>)/, '$1<g transform="translate(51.2 51.2) scale(.8)">')
    .replace("</svg>", "</g></svg>");

/** For the status bar, which takes the shape alone and paints it itself. */
const shapeAlone = (drawing) =>
  drawing.replace(/<rect [^>]*>/, "").replace(/stroke="#[0-9a-f]+"/g, 'stroke="#fff"');

const icons = [
  ["icon-192.png", 192, asDrawn],
  ["icon-512.png", 512, asDrawn],
  ["icon-512-maskable.png", 512, withinTheCircle],
  ["icon-180.png", 180, toTheEdges],
  ["badge-96.png", 96, shapeAlone],
];

export function drawIcons(from, folder) {
  const drawing = readFileSync(from, "utf8");
  for (const [name, width, form] of icons) {
    const drawn = new Resvg(form(drawing), { fitTo: { mode: "width", value: width } });
    writeFileSync(`${folder}${name}`, drawn.render().asPng());
  }
}

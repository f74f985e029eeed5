import { render } from "preact";
import "./desk.css";
import { wakeOnTouch } from "./bell.ts";
import { Page } from "./page.tsx";
import { Desk } from "./desk-state.ts";
import { followWindow } from "./window-size.ts";

const desk = new Desk();
const root = document.getElementById("desk");
if (root === null) throw new Error("index.html has no element #desk");

followWindow();
wakeOnTouch(() => desk.soundAwake());
render(<Page desk={desk} />, root);
void desk.enter();

import "./chat.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { fitScreen } from "./screen.ts";
import { openSession } from "./session.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app.");

fitScreen();
root.textContent = "";
render(<App session={openSession()} />, root);

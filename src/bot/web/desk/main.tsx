import { render } from "preact";
import "./style/page.css";
import "./style/lists.css";
import "./style/case.css";
import "./style/sheets.css";
import "./style/readings.css";
import "./style/figures.css";
import "./style/commune.css";
import "./style/beside.css";
import "./style/ways.css";
import "./style/visits.css";
import "./style/wide.css";
import "./style/print.css";
import { wakeOnTouch } from "./bell.ts";
import { Desk } from "./desk-state.ts";
import { Page } from "./page.tsx";
import { keepInstallOffer } from "./phone/install.ts";
import { linkWorker } from "./phone/worker-link.ts";
import { followWindow } from "./window-size.ts";

const desk = new Desk();
const root = document.getElementById("desk");
if (root === null) throw new Error("index.html has no element #desk");

keepInstallOffer();
followWindow();
wakeOnTouch(() => desk.soundAwake());
render(<Page desk={desk} />, root);
void desk.enter();
linkWorker({
  renewed: () => desk.setRenewed(),
  open: (id) => desk.openCase(id),
  look: () => desk.look(),
});

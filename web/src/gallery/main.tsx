// The page of the local host at /local/design; it is no part of what is published.
import { render } from "preact";
import kit from "../design/kit.css";
import more from "../design/more.css";
import table from "../design/table.css";
import { wear } from "../design/wear";
import { Gallery } from "./Gallery";

Object.assign(globalThis, { estation: {} });
for (const style of [more, kit, table]) wear(style);
render(<Gallery />, document.getElementById("app")!);

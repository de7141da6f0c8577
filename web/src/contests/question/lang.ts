import { language, type Localised } from "../../shell/texts";

/** The language that a text is really in, where it is not that of the page: it is read out, and its lines are broken, by that. */
export const langOf = (text: Localised | null | undefined) => (text && language() === "ko" && !text.ko ? "zh" : undefined);

// How a contest ended: results, the draw to recompute, prizes of mine.
import kit from "../design/kit.css";
import table from "../design/table.css";
import { wear } from "../design/wear";
import { MyPrizes } from "../prizes/MyPrizes";
import { Recompute } from "../results/Recompute";
import { Results } from "../results/Results";
import { PageOf, register } from "../shell/pages";
import { signedIn } from "../shell/session";
import style from "../results/results.css";

wear(kit);
wear(table);
wear(style);

register({
  results: ({ route: [, id] }) => <Results id={id!} />,
  draw: ({ route: [, id] }) => <Recompute id={id!} />,
  "my-prizes": () => (signedIn() ? <MyPrizes /> : <PageOf route={["sign-in"]} />),
});

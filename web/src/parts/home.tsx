// What the first page shows around the contest of today. The page fetches it as soon as that is shown.
import "../design/arrival";
import { Contests } from "../contests/Contests";
import { goOnWithUnsent } from "../contests/unsent";
import { Rest } from "../home/Rest";
import { register, registered } from "../shell/pages";
import style from "../home/home.css";
import { wear } from "../design/wear";

wear(style);
registered.rest = Rest;
register({ contests: () => <Contests /> });
goOnWithUnsent();

import { t } from "../shell/texts";
import { say } from "./texts";

/** For an address that leads nowhere. */
export const NotFound = () => (
  <div class="slim">
    <h1>{say("notFound")}</h1>
    <p>{say("notFoundNote")}</p>
    <a class="button main" href="#">
      {t("backHome")}
    </a>
  </div>
);

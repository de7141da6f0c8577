import { has } from "../../shell/session";
import { For } from "../../staff/For";
import { Tabs } from "../../staff/Fields";
import { Jury } from "./Jury";
import { Queue } from "./Queue";
import { Reported } from "./Reported";
import { say } from "./texts";

/** What reviewers and the jury do, each their own. */
export const Reviews = ({ page }: { page: string | undefined }) => (
  <For roles={["reviewer", "jury"]}>
    {() => {
      const pages = [
        ...(has("reviewer")
          ? ([
              ["reviews", say("queue")],
              ["reviews/reported", say("reported")],
            ] as const)
          : []),
        ...(has("jury") ? ([["reviews/jury", say("jury")]] as const) : []),
      ];
      const at = page ?? (has("reviewer") ? undefined : "jury");
      return (
        <>
          <h1>{say("title")}</h1>
          <Tabs name={say("title")} at={at ? `reviews/${at}` : "reviews"} pages={pages} />
          {at === "jury" ? (
            <Jury />
          ) : (
            <For roles={["reviewer"]}>{(places) => (at === "reported" ? <Reported places={places} /> : <Queue places={places} />)}</For>
          )}
        </>
      );
    }}
  </For>
);

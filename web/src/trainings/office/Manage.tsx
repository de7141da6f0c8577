import { useState } from "preact/hooks";
import { PageHead } from "../../design/PageHead";
import { Table } from "../../design/Table";
import { day } from "../../shell/format";
import { Show, useLoaded } from "../../shell/load";
import { of } from "../../shell/texts";
import { fresh } from "../../work/fresh";
import { placesOf } from "../../work/places";
import { pending } from "./scans";
import { say } from "./texts";
import { dayAfter, today } from "./times";
import type { Listed } from "./types";

const back = 90; // days

/** Trainings of the places somebody works for. */
export const Manage = () => {
  const places = useLoaded(() => placesOf("official", "administrator"));
  const [place, setPlace] = useState(0);
  const unsent = useLoaded(pending);
  return (
    <>
      <PageHead title={say("manageTitle")}>
        <a class="button main" href="#/announce">
          {say("announceTitle")}
        </a>
      </PageHead>
      {unsent.state === "there" &&
        unsent.value.map(({ training, session, title, waiting }) => (
          <p class="note" key={training + session}>
            <a href={`#/scan/${training}/${session}`}>{say("unsent", waiting, title)}</a>
          </p>
        ))}
      <Show what={places}>
        {(mine) => (
          <>
            {mine.length > 1 && (
              <>
                <label for="place">{say("place")}</label>
                <select id="place" value={place} onChange={(event) => setPlace(Number(event.currentTarget.value))}>
                  {mine.map(({ code, name }, at) => (
                    <option key={code} value={at}>
                      {of(name)}
                    </option>
                  ))}
                </select>
              </>
            )}
            {mine[place] && <Trainings key={mine[place].code} region={mine[place].code} />}
          </>
        )}
      </Show>
    </>
  );
};

const Trainings = ({ region }: { region: string }) => {
  const list = useLoaded(
    () => fresh<{ items: Listed[] }>(`/api/trainings?region=${region}&from=${dayAfter(today(), -back)}&limit=100`),
    region,
  );
  return (
    <Show what={list}>
      {({ items }) => (
        <>
          <p class="soft">{say("since")}</p>
          <Table<Listed>
            name={say("manageTitle")}
            rows={items}
            keyOf={({ id }) => id}
            empty={say("noTrainings")}
            textOf={({ title, placeNames, programmeName }) => [title, programmeName, ...placeNames].map(of).join(" ")}
            filters={[
              {
                id: "when",
                name: say("when"),
                options: [
                  ["ahead", say("ahead")],
                  ["past", say("past")],
                ],
                matches: ({ startsAt }, when) => Date.parse(startsAt) > Date.now() === (when === "ahead"),
              },
            ]}
            columns={[
              {
                id: "title",
                name: say("title"),
                of: ({ id, title }) => <a href={`#/manage/${id}`}>{of(title)}</a>,
                sort: ({ title }) => of(title),
              },
              { id: "day", name: say("day"), of: ({ startsAt }) => day(startsAt), sort: ({ startsAt }) => startsAt },
              {
                id: "place",
                name: say("place"),
                of: ({ placeNames }) => placeNames.slice(-2).map(of).join(" "),
                sort: ({ placeNames }) => placeNames.map(of).join(" "),
              },
              {
                id: "confirmed",
                name: say("confirmed"),
                number: true,
                of: ({ confirmed, capacity }) => `${confirmed}/${capacity}`,
                sort: ({ confirmed }) => confirmed,
              },
              { id: "waiting", name: say("waitingNumber"), number: true, of: ({ waiting }) => waiting, sort: ({ waiting }) => waiting },
            ]}
          />
        </>
      )}
    </Show>
  );
};

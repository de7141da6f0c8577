// What village officials work with: trainings they announce, rosters, scanning, videos of their own.
import kit from "../design/kit.css";
import table from "../design/table.css";
import "../work/polyfills";
import { Poster } from "../poster/Poster";
import { HandOut } from "../prizes/HandOut";
import { register, type Page } from "../shell/pages";
import { MyVideos } from "../showcase/upload/MyVideos";
import { UploadNew } from "../showcase/upload/UploadNew";
import { UploadOne } from "../showcase/upload/UploadOne";
import { MyStations } from "../stations/office/MyStations";
import { Publicist } from "../stations/office/Publicist";
import { StationForm } from "../stations/office/StationForm";
import { ReportPage } from "../statistics/report/ReportPage";
import { Announce } from "../trainings/office/Announce";
import { Complete } from "../trainings/office/Complete";
import { closeDoors } from "../trainings/office/door";
import { Enrol } from "../trainings/office/Enrol";
import { Manage } from "../trainings/office/Manage";
import { ManageOne } from "../trainings/office/ManageOne";
import { Roster } from "../trainings/office/Roster";
import { Scan } from "../trainings/office/Scan";
import { Staff } from "../work/Staff";
import { wear } from "../design/wear";
import { Work } from "../work/Work";
import style from "../work/work.css";

const page =
  (Of: Page): Page =>
  (props) => (
    <Staff>
      <Of {...props} />
    </Staff>
  );

register({
  work: page(() => <Work />),
  manage: page(({ route: [, id] }) => (id ? <ManageOne id={id} /> : <Manage />)),
  announce: page(({ route: [, id] }) => <Announce id={id} />),
  roster: page(({ route: [, id] }) => <Roster id={id!} />),
  enrol: page(({ route: [, id] }) => <Enrol id={id!} />),
  scan: page(({ route: [, id, session] }) => <Scan id={id!} session={session ?? "1"} />),
  complete: page(({ route: [, id] }) => <Complete id={id!} />),
  upload: page(({ route: [, id] }) => (id ? <UploadOne id={id} /> : <UploadNew />)),
  "my-videos": page(() => <MyVideos />),
  "my-stations": page(() => <MyStations />),
  station: page(({ route: [, id] }) => <StationForm id={id} />),
  publicist: page(() => <Publicist />),
  poster: page(Poster),
  prizes: page(() => <HandOut />),
  report: page(({ route: [, region] }) => <ReportPage region={region} />),
});

wear(kit);
wear(table);
wear(style);
closeDoors();

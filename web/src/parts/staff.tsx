// What reviewers and administrators work with: reviews, stations, contests and banks, calls for videos, grants, audit.
import kit from "../design/kit.css";
import table from "../design/table.css";
import { Audit } from "../audit/Audit";
import { Banks } from "../banks/Banks";
import { Drafts } from "../contests/drafts/Drafts";
import { Notices } from "../notices/Notices";
import { Grants } from "../people/grants/Grants";
import { Endings } from "../results/office/Endings";
import { register } from "../shell/pages";
import { Calls } from "../showcase/calls/Calls";
import { Reviews } from "../showcase/reviews/Reviews";
import style from "../staff/staff.css";
import { Certification } from "../stations/certification/Certification";
import { wear } from "../design/wear";

register({
  reviews: ({ route: [, page] }) => <Reviews page={page} />,
  stations: () => <Certification />,
  drafts: ({ route: [, id, page] }) => <Drafts id={id} page={page} />,
  calls: ({ route: [, id] }) => <Calls id={id} />,
  banks: ({ route: [, id] }) => <Banks id={id} />,
  grants: () => <Grants />,
  audit: () => <Audit />,
  endings: ({ route: [, id] }) => <Endings id={id} />,
  notices: ({ route: [, page] }) => <Notices page={page} />,
});

wear(kit);
wear(table);
wear(style);

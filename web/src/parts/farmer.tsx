// What farmers open after the contests: trainings and events, the showcase.
import kit from "../design/kit.css";
import { Inbox } from "../inbox/Inbox";
import { MyData } from "../people/MyData";
import { PageOf, register, type Page } from "../shell/pages";
import { personId, signedIn } from "../shell/session";
import { CampaignPage } from "../showcase/CampaignPage";
import { VideoPage } from "../showcase/VideoPage";
import { Videos } from "../showcase/Videos";
import { CertificatePage } from "../trainings/CertificatePage";
import { MyTrainings } from "../trainings/MyTrainings";
import { TicketPage } from "../trainings/TicketPage";
import { TrainingPage } from "../trainings/TrainingPage";
import { Trainings } from "../trainings/Trainings";
import { wear } from "../design/wear";
import style from "../farmer.css";

wear(kit);
wear(style);

const mine =
  (There: Page): Page =>
  ({ route }) =>
    signedIn() ? <There route={route} /> : <PageOf route={["sign-in"]} />;

/** Its styles are for these pages alone. */
const dressed = (pages: Record<string, Page>) =>
  Object.fromEntries(
    Object.entries(pages).map(([name, There]): [string, Page] => [
      name,
      ({ route }) => (
        <div class="farmer">
          <There route={route} />
        </div>
      ),
    ]),
  );

register(
  dressed({
    trainings: ({ route: [, id] }) => (id ? <TrainingPage id={id} /> : <Trainings />),
    "my-trainings": mine(MyTrainings),
    // The ticket is there also when the sign-in has expired on the way to the door.
    ticket: ({ route }) => (personId() ? <TicketPage route={route} /> : <PageOf route={["sign-in"]} />),
    certificate: ({ route: [, number] }) => <CertificatePage number={number} />,
    inbox: mine(Inbox),
    "my-data": () => <MyData />,
    videos: ({ route: [, id] }) => (id ? <VideoPage id={id} /> : <Videos />),
    campaign: ({ route: [, id] }) => <CampaignPage id={id!} />,
  }),
);

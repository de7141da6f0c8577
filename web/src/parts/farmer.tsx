// What farmers open after the contests: trainings and events, the showcase.
import { MyData } from "../people/MyData";
import { SignIn } from "../people/SignIn";
import { useSignedIn } from "../people/useSignedIn";
import { register, type Page } from "../shell/pages";
import { CampaignPage } from "../showcase/CampaignPage";
import { VideoPage } from "../showcase/VideoPage";
import { Videos } from "../showcase/Videos";
import { CertificatePage } from "../trainings/CertificatePage";
import { MyTrainings } from "../trainings/MyTrainings";
import { TicketPage } from "../trainings/TicketPage";
import { TrainingPage } from "../trainings/TrainingPage";
import { Trainings } from "../trainings/Trainings";
import { wear } from "../work/wear";
import style from "../farmer.css";

wear(style);

const Mine = ({ page: There, route }: { page: Page; route: string[] }) => (useSignedIn() ? <There route={route} /> : <SignIn />);

register({
  trainings: ({ route: [, id] }) => (id ? <TrainingPage id={id} /> : <Trainings />),
  "my-trainings": ({ route }) => <Mine page={MyTrainings} route={route} />,
  ticket: ({ route }) => <Mine page={TicketPage} route={route} />,
  certificate: ({ route: [, number] }) => <CertificatePage number={number!} />,
  "my-data": ({ route }) => <Mine page={MyData} route={route} />,
  videos: ({ route: [, id] }) => (id ? <VideoPage id={id} /> : <Videos />),
  campaign: ({ route: [, id] }) => <CampaignPage id={id!} />,
});

// What village officials work with: trainings they announce, rosters, scanning, videos of their own.
import { register } from "../shell/pages";

register({});

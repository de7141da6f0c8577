// What farmers open after the contests: trainings and events, the showcase, practice.
import { register } from "../shell/pages";

register({});

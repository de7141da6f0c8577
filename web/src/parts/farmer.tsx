// What farmers open after the contests: trainings and events, the showcase.
import { register } from "../shell/pages";

register({});

// What reviewers and administrators work with: reviews, stations, contests and banks, grants, audit, statistics.
import { register } from "../shell/pages";

register({});

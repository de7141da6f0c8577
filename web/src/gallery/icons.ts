// All icons, by their names; the build takes each as one path.
import arrowUpDown from "../design/icons/arrow-up-down.svg";
import award from "../design/icons/award.svg";
import bell from "../design/icons/bell.svg";
import bookOpen from "../design/icons/book-open.svg";
import briefcase from "../design/icons/briefcase.svg";
import calendarDays from "../design/icons/calendar-days.svg";
import chart from "../design/icons/chart.svg";
import chevronDown from "../design/icons/chevron-down.svg";
import chevronLeft from "../design/icons/chevron-left.svg";
import chevronRight from "../design/icons/chevron-right.svg";
import circleAlert from "../design/icons/circle-alert.svg";
import circlePlay from "../design/icons/circle-play.svg";
import circleStop from "../design/icons/circle-stop.svg";
import clapperboard from "../design/icons/clapperboard.svg";
import eye from "../design/icons/eye.svg";
import fileText from "../design/icons/file-text.svg";
import flag from "../design/icons/flag.svg";
import graduationCap from "../design/icons/graduation-cap.svg";
import house from "../design/icons/house.svg";
import locateFixed from "../design/icons/locate-fixed.svg";
import logOut from "../design/icons/log-out.svg";
import mapPin from "../design/icons/map-pin.svg";
import medal from "../design/icons/medal.svg";
import pencil from "../design/icons/pencil.svg";
import phone from "../design/icons/phone.svg";
import plus from "../design/icons/plus.svg";
import search from "../design/icons/search.svg";
import shieldCheck from "../design/icons/shield-check.svg";
import sprout from "../design/icons/sprout.svg";
import trophy from "../design/icons/trophy.svg";
import upload from "../design/icons/upload.svg";
import user from "../design/icons/user.svg";
import users from "../design/icons/users.svg";
import volume2 from "../design/icons/volume-2.svg";

export const icons: Record<string, string> = {
  "arrow-up-down": arrowUpDown,
  award,
  bell,
  "book-open": bookOpen,
  briefcase,
  "calendar-days": calendarDays,
  chart,
  "chevron-down": chevronDown,
  "chevron-left": chevronLeft,
  "chevron-right": chevronRight,
  "circle-alert": circleAlert,
  "circle-play": circlePlay,
  "circle-stop": circleStop,
  clapperboard,
  eye,
  "file-text": fileText,
  flag,
  "graduation-cap": graduationCap,
  house,
  "locate-fixed": locateFixed,
  "log-out": logOut,
  "map-pin": mapPin,
  medal,
  pencil,
  phone,
  plus,
  search,
  "shield-check": shieldCheck,
  sprout,
  trophy,
  upload,
  user,
  users,
  "volume-2": volume2,
};

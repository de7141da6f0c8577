// What the page and its parts use of Preact: the page has it for all of them, and nothing else of it. A part that imports more does not
// build.
export { Fragment, jsx, jsxs } from "preact/jsx-runtime";
export { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";

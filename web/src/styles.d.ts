// Styles of parts arrive with them, as texts.
declare module "*.css" {
  const text: string;
  export default text;
}

// Icons arrive as what is inside their svg element.
declare module "*.svg" {
  const markup: string;
  export default markup;
}

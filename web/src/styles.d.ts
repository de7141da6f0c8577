// Styles of parts arrive with them, as texts.
declare module "*.css" {
  const text: string;
  export default text;
}

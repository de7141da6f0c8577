const number = /(\+?\d[\d -]{5,}\d)/;

/** A text in which telephone numbers can be called. */
export const Contact = ({ text }: { text: string }) => (
  <span>
    {text.split(number).map((part, at) =>
      at % 2 ? (
        <a key={at} href={`tel:${part.replace(/[ -]/g, "")}`}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </span>
);

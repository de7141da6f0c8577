using System.Text;

namespace EStation.Banks;

/// <summary>Decodes UTF-8, UTF-16 with a byte order mark, or GB 18030, which Chinese Excel writes to CSV.</summary>
public static class TextFile
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    public static string? Read(byte[] file, ImportNotes notes)
    {
        foreach (var encoding in CandidatesFor(file))
        {
            try
            {
                return encoding.GetString(file).TrimStart('\ufeff');
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding: the next one is tried.
            }
        }

        notes.Refuse(1, "the file is no text in UTF-8, UTF-16 or GB 18030");
        return null;
    }

    private static Encoding[] CandidatesFor(byte[] file) =>
        file switch
        {
            [0xff, 0xfe, ..] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xfe, 0xff, ..] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
            _ => [Utf8, Gb18030],
        };
}

namespace EStation.Http;

public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Header, IEnumerable<IEnumerable<object>> Rows);

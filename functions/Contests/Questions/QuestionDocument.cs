using EStation.Regions;

namespace EStation.Contests.Questions;

/// <summary>The sums of a contest's questions in a county or above, prepared for reading.</summary>
/// <param name="Sources">The counties in whose ledgers totals of this county were found; none above a county.</param>
public sealed record QuestionDocument(QuestionTally Tally, IReadOnlyList<RegionCode> Sources);

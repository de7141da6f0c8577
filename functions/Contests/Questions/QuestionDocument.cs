using EStation.Regions;

namespace EStation.Contests.Questions;

/// <param name="Sources">The counties whose ledgers hold totals of this county; empty above county level.</param>
public sealed record QuestionDocument(QuestionTally Tally, IReadOnlyList<RegionCode> Sources);

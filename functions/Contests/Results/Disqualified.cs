using EStation.Contests.Fairness;
using EStation.Regions;

namespace EStation.Contests.Results;

/// <summary>The people who are out of the prizes: disqualified, or with an attempt disqualified since the freeze.</summary>
public sealed class Disqualified(DisqualificationTable disqualifications)
{
    /// <returns>The reason by person.</returns>
    /// <param name="counties">Whose ledgers hold the people in question.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(ContestResults results, IEnumerable<RegionCode> counties)
    {
        var lists = await Task.WhenAll(counties.Distinct().Select(county => disqualifications.ListAsync(county, results.Contest)));
        return lists
            .SelectMany(list => list)
            .Where(one => one.Holds && (one.Number is null || one.At >= results.FrozenAt))
            .GroupBy(one => one.Person, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Reason, StringComparer.Ordinal);
    }
}

using EStation.Contests.Questions;

namespace EStation.Contests.Reports;

/// <summary>How much speaks against a question: what people report, and how it was answered.</summary>
public static class Suspicion
{
    /// <summary>With fewer answers its figures say nothing.</summary>
    private const int LeastShown = 20;
    private const double HardFacility = 0.3;

    public static double Of(IReadOnlyCollection<QuestionReport> reports, QuestionFigures? figures)
    {
        var reported = reports.Sum(report => WeightOf(report.Reason));
        if (figures is null || figures.Shown < LeastShown)
            return Math.Round(reported, 2);
        // Good participants answer it worse than weak ones: the key is likely to be wrong.
        var turned = 5 * Math.Max(0, -(figures.Discrimination ?? 0));
        var hard = 3 * Math.Max(0, HardFacility - (figures.Facility ?? 1));
        return Math.Round(reported + turned + hard, 2);
    }

    private static double WeightOf(ReportReason reason) =>
        reason switch
        {
            ReportReason.WrongKey => 3,
            ReportReason.Typo => 0.5,
            _ => 1,
        };
}

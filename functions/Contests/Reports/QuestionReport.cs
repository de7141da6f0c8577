namespace EStation.Contests.Reports;

public enum ReportReason
{
    WrongKey,
    Unclear,
    Typo,
    Other,
}

/// <summary>A participant thinks that a question is wrong. One a person and question.</summary>
public sealed record QuestionReport(string Contest, string Question, string Person, ReportReason Reason, string? Text, DateTimeOffset At);

namespace EStation.LocalHost.Rpc;

/// <summary>What a timer function is told, in the form that the worker reads.</summary>
internal sealed record TimerInfo(ScheduleStatus? ScheduleStatus, bool IsPastDue);

/// <summary>The status before this run; times are those of the host's zone.</summary>
internal sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);

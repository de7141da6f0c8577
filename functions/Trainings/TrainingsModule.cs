using EStation.Counting;
using EStation.Ledger;
using EStation.Privacy;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Trainings;

/// <summary>Trainings: sign-ups, attendance, certificates and notices.</summary>
public static class TrainingsModule
{
    public static IServiceCollection AddTrainings(this IServiceCollection services) =>
        services
            .AddSingleton<TrainingTable>()
            .AddSingleton<TrainingLists>()
            .AddSingleton<UpcomingTrainings>()
            .AddSingleton<EnrolmentTable>()
            .AddSingleton<NextTraining>()
            .AddSingleton<Applications>()
            .AddSingleton<OwnEnrolments>()
            .AddSingleton<TrainingTickets>()
            .AddSingleton<EnrolmentResponses>()
            .AddSingleton<AttendanceTable>()
            .AddSingleton<FeedbackTable>()
            .AddSingleton<CertificateNumbers>()
            .AddSingleton<CertificateTable>()
            .AddSingleton<Roster>()
            .AddSingleton<NoticeTable>()
            .AddSingleton<SeatNotices>()
            .AddSingleton<IPersonalData, TrainingData>()
            .AddSingleton<IRecount, TrainingRecount>()
            .AddNews<TrainingSignedUp>()
            .AddNews<TrainingWithdrawn>()
            .AddNews<TrainingAttended>()
            .AddNews<TrainingCompleted>()
            .AddNews<TrainingChanged>()
            .AddPublisher<TrainingPublisher>();
}

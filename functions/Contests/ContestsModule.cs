using EStation.Banks;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Contests.Fairness;
using EStation.Contests.Prizes;
using EStation.Contests.Questions;
using EStation.Contests.Regrades;
using EStation.Contests.Results;
using EStation.Counting;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Contests;

public static class ContestsModule
{
    public static IServiceCollection AddContests(this IServiceCollection services) =>
        services
            .AddSingleton<BankTable>()
            .AddSingleton<DraftTable>()
            .AddSingleton<DrawnBanks>()
            .AddSingleton<ContestTable>()
            .AddSingleton<ContestLists>()
            .AddSingleton<KeyTable>()
            .AddSingleton<Remarking>()
            .AddSingleton<AttemptNews>()
            .AddSingleton<RegradeTable>()
            .AddSingleton<RegradeScan>()
            .AddSingleton<RegradeBuild>()
            .AddSingleton<RegradeFold>()
            .AddSingleton<RegradeFinish>()
            .AddSingleton<Regrading>()
            .AddTellings(RegradeTellings.Kinds)
            .AddNews<PassCorrected>()
            .AddSingleton<Tickets>()
            .AddSingleton<AttemptTable>()
            .AddSingleton<TurnTable>()
            .AddSingleton<AttemptMemory>()
            .AddSingleton<AttemptResponses>()
            .AddSingleton<TodaysAttempts>()
            .AddSingleton<BoardTable>()
            .AddSingleton<QuestionTable>()
            .AddSingleton<ResultsTable>()
            .AddSingleton<NamesTable>()
            .AddSingleton<ObjectionTable>()
            .AddSingleton<CandidateTable>()
            .AddSingleton<DeliveryVault>()
            .AddSingleton<Disqualified>()
            .AddSingleton<Freezing>()
            .AddSingleton<FrozenResults>()
            .AddSingleton<ResultsResponses>()
            .AddSingleton<Awarding>()
            .AddSingleton<Fulfilment>()
            .AddSingleton<OwnPrizes>()
            .AddSingleton<IPersonalData, PrizeData>()
            .AddTellings(PrizeTellings.Kinds)
            .AddSingleton<DisqualificationTable>()
            .AddSingleton<Disqualifying>()
            .AddSingleton<ContestPeople>()
            .AddSingleton<IPersonalData, AttemptData>()
            .AddSingleton<IPersonalData, DisqualificationData>()
            .AddSingleton<IRecount, AttemptRecount>()
            .AddNews<AttemptCounted>()
            .AddNews<AttemptRecounted>()
            .AddNews<StandingCorrected>()
            .AddNews<NameForgotten>()
            .AddPublisher<BoardPublisher>()
            .AddPublisher<QuestionPublisher>()
            .AddTellings(FairnessTellings.Kinds);
}

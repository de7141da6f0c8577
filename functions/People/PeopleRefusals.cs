namespace EStation.People;

public static class PeopleRefusals
{
    public static readonly Refusal ProfileIncomplete = new(
        409,
        "profile.incomplete",
        new("请先填写所在的村。", "먼저 소속 촌을 입력하세요.", En: "Set the village of the profile first.")
    );
}

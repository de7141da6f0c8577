namespace EStation.Showcase.Reviews;

public enum ScientificField
{
    Planting,
    Husbandry,
    Forestry,
    Machinery,
    Health,
    Disaster,
    Ecology,
    Policy,
}

// The limits of one host are part of what is tested: the tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(EStation.Conformance.TestedHost))]

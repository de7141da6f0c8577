Console.WriteLine("EStation");

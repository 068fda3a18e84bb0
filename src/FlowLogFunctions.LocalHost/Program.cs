Console.WriteLine(new Azure.Storage.Queues.QueueClient("UseDevelopmentStorage=true", "queue").Name + System.Reflection.Assembly.Load("System.IO.Hashing"));

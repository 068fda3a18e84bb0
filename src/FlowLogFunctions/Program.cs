System.Console.WriteLine(typeof(Azure.Storage.Queues.QueueClient));

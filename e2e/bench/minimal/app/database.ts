import { type Document, MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGODB_URI ?? 'mongodb://localhost');

export interface Stored extends Document {
  _id: string;
}

export const collection = (name: string) => client.db(client.options.dbName).collection<Stored>(name);

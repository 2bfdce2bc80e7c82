import { ObjectId, type Document } from 'bson';

const serviceId = new ObjectId('6d6172717565650000000001');

/** The handshake of a server behind a load balancer. `maxWireVersion` 21 is MongoDB 7.0. */
export function helloReply(connectionId: number): Document {
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    msg: 'isdbgrid',
    serviceId,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 25_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

export function buildInfoReply(): Document {
  return { version: '7.0.0', versionArray: [7, 0, 0, 0], modules: [], maxBsonObjectSize: 16_777_216, ok: 1 };
}

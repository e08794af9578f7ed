import pMap from 'p-map';
import { requestLabel, sendManifest } from './carrier-client.js';
import type { Label, Parcel } from './carrier-client.js';

const LABEL_STORE_URL = 'https://labels.shop.example';

async function storeLabel(label: Label): Promise<void> {
  const response = await fetch(`${LABEL_STORE_URL}/${label.orderId}.zpl`, {
    method: 'PUT',
    body: label.zpl,
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Label of order ${label.orderId} was not stored`);
}

// `requestLabel` is a POST to the carrier: on Black Friday every order of the day is posted at once.
export async function printLabels(parcels: Parcel[]): Promise<Label[]> {
  // reported: no-unbounded-fan-out
  return await Promise.all(parcels.map(parcel => requestLabel(parcel)));
}

// The same labels, eight requests at a time.
export async function reprintLabels(parcels: Parcel[]): Promise<Label[]> {
  return await pMap(parcels, requestLabel, { concurrency: 8 });
}

// The uploads start on the line that maps, not on the one that waits: all labels are in flight by then.
export async function archiveLabels(labels: Label[]): Promise<void> {
  const uploads = labels.map(label => storeLabel(label));
  console.info(`Archiving ${labels.length} labels`);
  // reported: no-unbounded-fan-out
  await Promise.all(uploads);
}

// Collecting failures does not slow the requests down: the whole day's parcels go out beside the manifest.
export async function closeDay(day: string, parcels: Parcel[]): Promise<number> {
  // reported: no-unbounded-fan-out
  const results = await Promise.allSettled([sendManifest(day), ...parcels.map(requestLabel)]);
  return results.filter(result => result.status === 'rejected').length;
}

// Failures are collected twenty parcels at a time.
export async function closeWeek(parcels: Parcel[]): Promise<number> {
  let failures = 0;
  for (let start = 0; start < parcels.length; start += 20) {
    const results = await Promise.allSettled(parcels.slice(start, start + 20).map(requestLabel));
    failures += results.filter(result => result.status === 'rejected').length;
  }
  return failures;
}

import pLimit from 'p-limit';
import pMap from 'p-map';

export interface Product {
  sku: string;
  title: string;
}

const SEARCH_URL = 'https://search.shop.example';
const SUPPLIER_URL = 'https://supplier.example/api';
const STOCK_SLICE = 50;

const searchLimit = pLimit(10);

async function indexProduct(product: Product): Promise<void> {
  const body = JSON.stringify(product);
  const response = await fetch(`${SEARCH_URL}/products/${product.sku}`, {
    method: 'PUT',
    body,
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Search index refused ${product.sku}: ${response.status}`);
}

async function askSupplier(kind: 'prices' | 'stock', sku: string): Promise<number> {
  const response = await fetch(`${SUPPLIER_URL}/${kind}/${sku}`, { signal: AbortSignal.timeout(10_000) });
  return (await response.json()) as number;
}

// Starts one request per product: a catalogue of 40,000 rows opens 40,000 sockets.
export async function importProducts(skus: string[]): Promise<Product[]> {
  // reported: no-unbounded-fan-out
  return await Promise.all(
    skus.map(async sku => {
      const response = await fetch(`${SUPPLIER_URL}/products/${sku}`, {
        signal: AbortSignal.timeout(10_000),
      });
      return (await response.json()) as Product;
    }),
  );
}

// Every product waits for its turn: ten requests are under way, however long the catalogue is.
export async function reindexProducts(products: Product[]): Promise<void> {
  await Promise.all(products.map(product => searchLimit(() => indexProduct(product))));
}

// The loop awaits nothing, so all prices of the catalogue are asked for in the same instant.
export async function refreshPrices(products: Product[]): Promise<number[]> {
  const prices: Promise<number>[] = [];
  for (const product of products) {
    prices.push(askSupplier('prices', product.sku));
  }
  // reported: no-unbounded-fan-out
  return await Promise.all(prices);
}

// Fifty at a time: the next slice starts when the last one has been answered.
export async function refreshStock(products: Product[]): Promise<number[]> {
  const stock: number[] = [];
  for (let start = 0; start < products.length; start += STOCK_SLICE) {
    const slice = products.slice(start, start + STOCK_SLICE);
    stock.push(...(await Promise.all(slice.map(product => askSupplier('stock', product.sku)))));
  }
  return stock;
}

// Each answer is waited for before the next question is asked: 2,000 products at 50 ms are 100 seconds.
export async function missingPrices(products: Product[]): Promise<string[]> {
  const missing: string[] = [];
  // reported: no-sequential-await
  for (const product of products) {
    const price = await askSupplier('prices', product.sku);
    if (price === 0) missing.push(product.sku);
  }
  return missing;
}

// Looks limited and is not: without its option, p-map starts everything at once.
export async function checkTitles(products: Product[]): Promise<number[]> {
  // reported: require-concurrency-limit
  return await pMap(products, product => askSupplier('stock', product.sku));
}

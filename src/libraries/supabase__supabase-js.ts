/**
 * Supabase. A query is sent once its builder is awaited; files, functions and accounts are requests. A builder takes a
 * signal by a step of its own.
 */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const supabaseSupabaseJs = {
  package: '@supabase/supabase-js',
  tested: '2.x',
  docs: 'https://supabase.com/docs/reference/javascript/introduction',
  declaredIn: [
    '@supabase/postgrest-js',
    '@supabase/auth-js',
    '@supabase/storage-js',
    '@supabase/functions-js',
  ],
  types: { SupabaseClient: 'client', PostgrestClient: 'client' },
  sends: 'when-awaited',
  // Every step of a builder can be awaited.
  results: {
    PostgrestBuilder: asks,
    PostgrestTransformBuilder: asks,
    PostgrestFilterBuilder: asks,
    BlobDownloadBuilder: asks,
  },
  names: [
    ...['contains', 'csv', 'delete', 'download', 'eq', 'filter', 'gt', 'gte', 'ilike', 'in', 'insert'],
    ...['is', 'like', 'limit', 'lt', 'lte', 'match', 'maybeSingle', 'neq', 'not', 'or', 'order'],
    ...['overlaps', 'overrideTypes', 'range', 'returns', 'rpc', 'select', 'single', 'textSearch'],
    ...['throwOnError', 'update', 'upsert'],
  ],
  calls: {
    'PostgrestTransformBuilder#abortSignal': { ...asks, signal: 'arg0' },
    'FunctionsClient#invoke': { ...asks, signal: 'arg1.signal' },
    'StorageFileApi#copy': asks,
    'StorageFileApi#createSignedUploadUrl': asks,
    'StorageFileApi#createSignedUrl': asks,
    'StorageFileApi#createSignedUrls': asks,
    'StorageFileApi#exists': asks,
    'StorageFileApi#info': asks,
    'StorageFileApi#list': asks,
    'StorageFileApi#move': asks,
    'StorageFileApi#remove': asks,
    'StorageFileApi#update': asks,
    'StorageFileApi#upload': asks,
    'StorageFileApi#uploadToSignedUrl': asks,
    'StorageBucketApi#createBucket': asks,
    'StorageBucketApi#deleteBucket': asks,
    'StorageBucketApi#emptyBucket': asks,
    'StorageBucketApi#getBucket': asks,
    'StorageBucketApi#listBuckets': asks,
    'StorageBucketApi#updateBucket': asks,
    'GoTrueClient#exchangeCodeForSession': asks,
    'GoTrueClient#getUser': asks,
    'GoTrueClient#refreshSession': asks,
    'GoTrueClient#resetPasswordForEmail': asks,
    'GoTrueClient#setSession': asks,
    'GoTrueClient#signInAnonymously': asks,
    'GoTrueClient#signInWithIdToken': asks,
    'GoTrueClient#signInWithOtp': asks,
    'GoTrueClient#signInWithPassword': asks,
    'GoTrueClient#signOut': asks,
    'GoTrueClient#signUp': asks,
    'GoTrueClient#updateUser': asks,
    'GoTrueClient#verifyOtp': asks,
    'GoTrueAdminApi#createUser': asks,
    'GoTrueAdminApi#deleteUser': asks,
    'GoTrueAdminApi#generateLink': asks,
    'GoTrueAdminApi#getUserById': asks,
    'GoTrueAdminApi#inviteUserByEmail': asks,
    'GoTrueAdminApi#listUsers': asks,
    'GoTrueAdminApi#updateUserById': asks,
  },
} as const satisfies LibraryModel;

/**
 * Property tests draw the same examples in every run, so that a red run is the change's own doing.
 * FC_SEED=12345 npm run test:unit draws others; a failure prints the seed that repeats it.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_190_726) })

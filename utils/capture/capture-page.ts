import type { CaptureActivity } from '@/utils/domain/activity';
import type { Official } from '@/utils/domain/case';
import { sha256Hex } from '@/utils/domain/hash';
import { ExpectedError, errorText } from '@/utils/errors';
import { extractFromSources } from '@/utils/indicators/extract';
import type { CaptureParts } from '@/utils/store/capture-repository';
import { type CaptureFile, hashFile } from './files';
import { buildManifest } from './manifest';
import type { CapturePorts } from './ports';
import type { CaptureOrder } from './run-capture';
import { createStepRunner, type StepRunner } from './step-runner';
import { assemble, type PageState, readDom, readMhtml, takeViewport } from './take-page';
import { takePageImages } from './take-page-images';
import { makeThumbnail } from './thumbnail';

/** A page as fixed: everything to be stored, hashed. */
export interface CapturedPage {
  readonly parts: CaptureParts;
}

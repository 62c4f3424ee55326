import { buildScene } from './buildScene.ts'
import type { Scene } from './scene.ts'
import type { SceneInput } from './sceneInput.ts'
import { type Stages, stages } from './stages.ts'

/** Keeps the last result of a function and gives it again while every argument is the same. */
function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | undefined
  return (...args) => {
    if (last === undefined || args.some((arg, index) => !Object.is(arg, last?.args[index]))) {
      last = { args, result: compute(...args) }
    }
    return last.result
  }
}

/**
 * `buildScene` with a memory of one: on a pan only the last stage runs again, on a zoom within a level
 * too. One pipeline per drawing.
 */
export function createScenePipeline(): (input: SceneInput) => Scene {
  const kept: Stages = {
    frame: remember(stages.frame),
    assignment: remember(stages.assignment),
    lanes: remember(stages.lanes),
    labels: remember(stages.labels),
    level: stages.level,
    placement: remember(stages.placement),
    facts: remember(stages.facts),
    tally: remember(stages.tally),
    colors: remember(stages.colors),
    eras: remember(stages.eras),
    laneBands: remember(stages.laneBands),
  }
  return (input) => buildScene(input, kept)
}

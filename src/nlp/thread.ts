import { answerOrders } from '../apart.ts'
import type { Article, Attributed } from '../types.ts'
import { learnedEngine } from './engine.ts'

const engine = learnedEngine()
answerOrders<Article, Attributed>((article) => engine.attribute(article))

import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { expect, test } from './support/test.ts'

for (const path of ['./', './a/b%20c/']) {
  test(`the built page opens at ${path} and complains of nothing`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page).toHaveTitle(/\S/)
    await expect(page.locator('#app')).not.toBeEmpty()
    await page.waitForLoadState('networkidle')
  })
}

test('the page has a policy without unsafe parts, and no script or style of its own', async ({
  request,
}) => {
  const html = await (await request.get('./')).text()
  expect(html).toContain('require-trusted-types-for')
  expect(html).not.toContain('unsafe-')
  expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/)
})

test.describe('the policy holds', () => {
  test.use({ expectedComplaint: /TrustedHTML|require-trusted-types-for/ })

  test('an HTML sink throws', async ({ page }) => {
    await page.goto('./')
    const outcome = await page.evaluate(() => {
      try {
        document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>')
        return 'let through'
      } catch (error) {
        return error instanceof TypeError ? 'blocked' : 'another error'
      }
    })
    expect(outcome).toBe('blocked')
  })
})

test.describe('the strict test itself', () => {
  // The page is made to complain, and the fixture must have heard it.
  test.use({ expectedComplaint: /planted|img-src|example\.invalid|ERR_|Loading the image/ })

  test('hears errors, exceptions, broken policy and third parties', async ({
    page,
    complaints,
  }) => {
    await page.goto('./')
    await page.evaluate(() => {
      console.error('planted')
      setTimeout(() => {
        throw new Error('planted')
      })
      document.body.append(Object.assign(new Image(), { src: 'http://example.invalid/planted' }))
      document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/planted' }))
    })
    const heard = () => complaints.map((one) => one.slice(0, one.indexOf(':')))
    await expect
      .poll(heard)
      .toEqual(
        expect.arrayContaining(['console', 'exception', 'policy', 'request to a third party']),
      )
  })
})

test('axe runs under the policy, and sees a planted fault', async ({ page }) => {
  await page.goto('./')
  await page.evaluate(() => {
    document.body.append(document.createElement('button'))
  })
  expect(await findAccessibilityFaults(page)).toContainEqual(expect.stringContaining('button-name'))
})
